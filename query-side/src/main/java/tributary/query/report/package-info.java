/// Reports: what the figures, journeys and credits of an account say about a campaign, a contact or a deal in a range
/// of days (api.md section 6).
package tributary.query.report;

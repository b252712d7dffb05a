/// Contacts in the shape of HubSpot's CRM (domain.md 6.2), read from the contact's own facts.
package tributary.query.crm;

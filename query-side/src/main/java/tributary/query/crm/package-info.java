/// Contacts in the shape of HubSpot's CRM, read from the contact's own facts.
package tributary.query.crm;

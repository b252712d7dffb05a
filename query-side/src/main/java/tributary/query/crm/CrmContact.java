package tributary.query.crm;

import java.util.Map;

/// A contact in the shape of HubSpot's CRM objects.
///
/// @param properties by name; a value is `null` when it was asked for and is not known
record CrmContact(String id, Map<String, String> properties, String createdAt, String updatedAt, boolean archived) {}

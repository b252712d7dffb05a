package tributary.query.crm;

import java.time.Instant;
import java.util.Map;

/// What a contact's facts say about it.
///
/// @param properties without empty ones, under HubSpot's names
/// @param living whether it is neither deleted nor erased
record KnownContact(Map<String, String> properties, Instant createdAt, Instant updatedAt, boolean living) {}

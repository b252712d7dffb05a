package tributary.query.cluster;

/// One process of those that share the work.
///
/// @param id another one each time the process starts
/// @param address where other nodes reach it: `http://HOST:PORT`
public record Node(String id, String address, Role role) {}

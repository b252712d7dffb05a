/// What happened: the facts of every stream, as sealed families of records, and the ids and values they are made
/// of.
package tributary.events;

/// History: lines come in over HTTP, are read, and are taken in chunks, each one transaction.
package tributary.command.history;

/// The server process: its data folder, its parts wired together, its beginning and end.
package tributary.standalone.server;

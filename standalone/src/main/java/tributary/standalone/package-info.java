/// The one main: what a user starts at the command line.
package tributary.standalone;

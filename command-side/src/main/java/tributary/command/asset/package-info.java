/// Assets: what is said about them. They need not be described before they are used.
package tributary.command.asset;

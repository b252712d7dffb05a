/// Deals: what they are worth, where they stand, whose they are.
package tributary.command.deal;

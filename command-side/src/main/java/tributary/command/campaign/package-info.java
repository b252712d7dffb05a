/// Campaigns: what they are called, what they hold, what they may cost and did cost.
package tributary.command.campaign;

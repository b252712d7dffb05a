/// Accounts: their settings, pipelines, exchange rates and tokens.
package tributary.command.account;

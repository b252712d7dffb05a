/// Contacts: who they are, which addresses and browsers are theirs, and what becomes of them.
package tributary.command.contact;

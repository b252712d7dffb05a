/// What things are called and how they stand at present: campaigns with their budgets and goals, assets, contacts
/// and deals. Nothing personal.
package tributary.query.directory;

/// The commands of `./tributary`, one class each.
package tributary.standalone.cli;

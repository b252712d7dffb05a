/// Export: facts go out as the lines that would record them again.
package tributary.command.export;

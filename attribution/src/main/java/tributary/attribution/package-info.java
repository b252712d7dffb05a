/// The words of judgement: what can be done, with what, and who doubts it. Everything here depends on the JDK
/// alone.
package tributary.attribution;

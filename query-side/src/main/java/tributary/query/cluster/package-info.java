/// Several nodes on the same facts: which there are, what each does, and which of them answers for which account.
package tributary.query.cluster;

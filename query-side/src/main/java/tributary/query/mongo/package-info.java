/// Figures and directory in MongoDB, where other nodes and any tool can read them (docs/read-models.md).
package tributary.query.mongo;

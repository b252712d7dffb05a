/// Where and how facts are kept, and what must be decided while recording them: once-only ids, who holds an
/// address, keys of personal data, tokens.
package tributary.store;

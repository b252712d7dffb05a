/// Rule sets over HTTP: shown with what every parameter means, made of others, and activated.
package tributary.query.rules;

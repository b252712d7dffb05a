/// What all HTTP paths share: who is calling, and how a refusal looks.
package tributary.standalone.http;

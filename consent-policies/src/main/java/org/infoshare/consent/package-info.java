/**
 * The port through which the sharing policy is asked, and what it is asked and answers. The policy
 * itself is Rego and tables, under {@code consent-policies/policy}; nothing here decides, except
 * that what was not decided is held. Knows the JDK, Jackson and a client of Open Policy Agent;
 * knows neither messages, nor routes, nor a framework.
 */
package org.infoshare.consent;

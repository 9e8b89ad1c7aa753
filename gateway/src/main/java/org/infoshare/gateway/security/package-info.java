/**
 * Who may come in, as whom, and what a caller is told who may not. Tokens and log-ins are
 * Keycloak's; what an agency may learn is the policy's business, not decided here.
 */
package org.infoshare.gateway.security;

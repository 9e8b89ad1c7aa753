/**
 * The policy at run time: the engine's process, the bundles that it loads, and the guard that lets
 * no older policy decide. What the policy says belongs to consent-policies; who may change its
 * tables, to governance.
 */
package org.infoshare.gateway.policy;

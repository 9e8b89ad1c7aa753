/**
 * Runs the worked cases of the sharing policy: files that say what the policy is given and what it
 * must answer, to the last obligation. Belongs to the tests of a policy, not to the road.
 */
package org.infoshare.consent.cases;

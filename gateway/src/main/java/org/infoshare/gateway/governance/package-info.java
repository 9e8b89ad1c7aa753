/**
 * How IG leads change tables and agreements: every change is a new revision with a name and a
 * reason, made from the one that is in force, or told that it is not.
 */
package org.infoshare.gateway.governance;

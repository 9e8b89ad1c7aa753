/**
 * How IG leads change tables and agreements: every change is a new revision with a name and a
 * reason. The screens are to come.
 */
package org.infoshare.gateway.governance;

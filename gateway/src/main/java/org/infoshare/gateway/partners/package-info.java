/**
 * Where partners are reached. Addresses and retry settings only, one file for each partner; no
 * partner is named in code here.
 */
package org.infoshare.gateway.partners;

/**
 * What agencies tell each other about the people of a case, in nobody's wire format. Records and
 * sealed interfaces only: no annotation of any wire format, no framework, no clock, no look-up.
 */
package org.infoshare.model;

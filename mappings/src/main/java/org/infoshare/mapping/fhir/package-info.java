/**
 * What agencies tell in FHIR R4 (UK Core). So far consents; the contract page says what is read, and
 * what is refused because it could only be guessed.
 */
package org.infoshare.mapping.fhir;

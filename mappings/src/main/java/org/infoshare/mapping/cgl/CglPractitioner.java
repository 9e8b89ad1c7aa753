package org.infoshare.mapping.cgl;

import java.util.Optional;

/** Who answers for the service. */
public record CglPractitioner(String name, String role, Optional<String> callBack) {}

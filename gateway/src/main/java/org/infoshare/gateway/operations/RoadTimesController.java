package org.infoshare.gateway.operations;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The times of the road's parts as JSON, for whoever may see the operators' page. */
@RestController
class RoadTimesController {

  private final RoadTimes times;

  RoadTimesController(RoadTimes times) {
    this.times = times;
  }

  @GetMapping("/operations/road-times.json")
  Map<String, RoadTimes.Taken> times() {
    return times.soFar();
  }
}

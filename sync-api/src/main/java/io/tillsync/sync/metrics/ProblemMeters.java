package io.tillsync.sync.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import io.tillsync.sync.problem.ProblemListener;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the API's refusals by what clients switch on. */
@Component
class ProblemMeters implements ProblemListener {

    private final MeterRegistry meters;

    ProblemMeters(MeterRegistry meters) {
        this.meters = meters;
        List.of(ProblemCode.values()).forEach(code -> counter(code, code.status()));
    }

    @Override
    public void told(Problem problem) {
        counter(problem.code(), problem.status()).increment();
    }

    private Counter counter(ProblemCode code, int status) {
        return Counter.builder("tillsync.problems")
                .description("Requests refused, by code")
                .tag("code", code.code())
                .tag("status", Integer.toString(status))
                .register(meters);
    }
}

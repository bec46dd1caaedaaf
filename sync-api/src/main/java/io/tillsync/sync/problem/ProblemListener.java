package io.tillsync.sync.problem;

/** Hears of each refusal that is given. */
public interface ProblemListener {

    void told(Problem problem);
}

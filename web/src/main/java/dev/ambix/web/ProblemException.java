package dev.ambix.web;

/// Ends a request with a problem: the service's own way to say that the input is wrong. The
/// request's session rolls back.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super("[" + problem.code() + "] " + problem.title() + " " + problem.errors());
    this.problem = problem;
  }

  /// What the client is told.
  public Problem problem() {
    return problem;
  }
}

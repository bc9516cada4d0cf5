package dev.ambix.session;

import java.util.ArrayList;
import java.util.List;

/// What waits for the commit of a session.
final class Callbacks {
  private final List<Runnable> callbacks = new ArrayList<>();

  void add(Runnable callback) {
    callbacks.add(callback);
  }

  int waiting() {
    return callbacks.size();
  }

  /// Forgets those that came after the first `count`.
  void forgetAfter(int count) {
    callbacks.subList(count, callbacks.size()).clear();
  }

  /// Runs each once. The commit stands, so what one throws is logged.
  void run() {
    var all = List.copyOf(callbacks);
    callbacks.clear();
    for (var callback : all) {
      try {
        callback.run();
      } catch (RuntimeException | Error failure) {
        Observer.callbackFailed(failure);
      }
    }
  }
}

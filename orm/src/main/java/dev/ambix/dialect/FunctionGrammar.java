package dev.ambix.dialect;

import dev.ambix.query.Node;

/// How an engine writes what computes a value. Each method writes to the renderer.
interface FunctionGrammar {
  void call(Renderer out, FunctionWriter calls, Node.Call call);

  void known(Renderer out, Node.Known known);

  void cast(Renderer out, Node.Cast cast);

  void part(Renderer out, Node.Part part);

  void truncated(Renderer out, Node.Truncated truncated);
}

package dev.ambix.conformance;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.List;

/// One parsed source file; `path` is relative to the root of the project and starts with the
/// module.
record Source(String path, String text, CompilationUnitTree unit, DocTrees trees) {

  String module() {
    return path.substring(0, path.indexOf('/'));
  }

  boolean isMain() {
    return path.startsWith(module() + "/src/main/");
  }

  String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Empty for a module descriptor.
  String packageName() {
    var name = unit.getPackageName();
    return name == null ? "" : name.toString();
  }

  List<String> imports() {
    return unit.getImports().stream().map(it -> it.getQualifiedIdentifier().toString()).toList();
  }

  long lines() {
    return text.lines().count();
  }

  long lines(Tree tree) {
    return lineAt(trees.getSourcePositions().getEndPosition(unit, tree)) - lineOf(tree) + 1;
  }

  long lineOf(Tree tree) {
    return lineAt(trees.getSourcePositions().getStartPosition(unit, tree));
  }

  private long lineAt(long position) {
    return unit.getLineMap().getLineNumber(position);
  }

  /// The lines of the comment on the package declaration, 0 when there is none.
  long packageDocLines() {
    var doc = trees.getDocComment(new TreePath(new TreePath(unit), unit.getPackage()));
    return doc == null ? 0 : doc.strip().lines().count();
  }
}

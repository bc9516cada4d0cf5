package dev.ambix.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/// Looks through the attributed tree of a class for all that could make SQL text of what is not a
/// constant: arguments, method references, and methods that override without keeping the
/// annotation.
final class SqlTextScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private static final int LONGEST_TEXT = 60;

  private final Trees trees;
  private final Constness constness;
  private final SqlOverrides overrides;
  private final Consumer<SqlUse> uses;

  SqlTextScanner(Trees trees, ProcessingEnvironment environment, Consumer<SqlUse> uses) {
    this.trees = trees;
    this.constness = new Constness(trees);
    this.overrides = new SqlOverrides(environment);
    this.uses = uses;
  }

  void scanClass(TreePath type) {
    scan(type, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    var method = trees.getElement(new TreePath(getCurrentPath(), call.getMethodSelect()));
    if (method instanceof ExecutableElement executable) {
      checkArguments(executable, call.getArguments());
    }
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree creation, @Nullable Void unused) {
    var constructor =
        creation.getClassBody() == null
            ? trees.getElement(getCurrentPath())
            : superConstructor(creation.getClassBody());
    if (constructor instanceof ExecutableElement executable) {
      checkArguments(executable, creation.getArguments());
    }
    return super.visitNewClass(creation, null);
  }

  /// The constructor that an anonymous class calls. Its own, which javac writes, has no
  /// annotations.
  private @Nullable ExecutableElement superConstructor(ClassTree body) {
    var bodyPath = new TreePath(getCurrentPath(), body);
    for (var member : body.getMembers()) {
      if (member instanceof MethodTree method && method.getName().contentEquals("<init>")) {
        var finder = new SuperCall(trees);
        finder.scan(new TreePath(bodyPath, method), null);
        return finder.constructor;
      }
    }
    return null;
  }

  /// Finds the call of a constructor in another one.
  private static final class SuperCall extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private @Nullable ExecutableElement constructor;

    SuperCall(Trees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
      if (name.getName().contentEquals("super")
          && trees.getElement(getCurrentPath()) instanceof ExecutableElement found) {
        constructor = found;
      }
      return super.visitIdentifier(name, null);
    }
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void unused) {
    if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method
        && method.getParameters().stream().anyMatch(SqlOverrides::takesSqlText)) {
      report(reference, Subject.of(method), SqlUse.Kind.REFERENCE, reference.toString());
    }
    return super.visitMemberReference(reference, null);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
    if (!(trees.getElement(getCurrentPath()) instanceof ExecutableElement element)) {
      return super.visitMethod(method, null);
    }
    if (element.getKind() == ElementKind.CONSTRUCTOR
        && element.getEnclosingElement() instanceof TypeElement type
        && type.getNestingKind() == NestingKind.ANONYMOUS) {
      return null; // javac wrote it; its arguments are checked where the object is made
    }
    for (var difference : overrides.differences(element)) {
      report(method.getParameters().get(difference.parameter()), difference);
    }
    return super.visitMethod(method, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
    if (trees.getElement(getCurrentPath()) instanceof TypeElement element) {
      overrides.inherited(element).forEach(difference -> report(type, difference));
    }
    return super.visitClass(type, null);
  }

  private void report(Tree tree, SqlOverrides.Difference difference) {
    report(tree, difference.subject(), difference.kind(), difference.by());
  }

  private void checkArguments(ExecutableElement method, List<? extends ExpressionTree> arguments) {
    var parameters = method.getParameters();
    for (int i = 0; i < arguments.size() && !parameters.isEmpty(); i++) {
      var parameter = parameters.get(Math.min(i, parameters.size() - 1));
      if (SqlOverrides.takesSqlText(parameter)) {
        checkArgument(method, arguments.get(i));
      }
    }
  }

  private void checkArgument(ExecutableElement method, ExpressionTree argument) {
    var path = new TreePath(getCurrentPath(), argument);
    if (!constness.isConstant(path)) {
      var kind =
          trees.getElement(path) instanceof VariableElement
              ? SqlUse.Kind.VARIABLE
              : SqlUse.Kind.ARGUMENT;
      report(argument, Subject.of(method), kind, argument.toString());
    }
  }

  private void report(Tree tree, String subject, SqlUse.Kind kind, String text) {
    var unit = getCurrentPath().getCompilationUnit();
    Origin origin =
        (severity, message) ->
            trees.printMessage(
                severity == Origin.Severity.ERROR ? Kind.ERROR : Kind.WARNING, message, tree, unit);
    var line = text.replaceAll("\\s+", " ");
    var shown = line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    uses.accept(new SqlUse(origin, subject, kind, shown));
  }
}

package dev.ambix.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/// Tells which expressions have only values that stand in the sources: constant expressions of the
/// Java language (JLS 15.29), a choice between such, text put together from such, and parameters
/// that take SQL text themselves.
final class Constness {
  private final Trees trees;

  Constness(Trees trees) {
    this.trees = trees;
  }

  boolean isConstant(TreePath path) {
    return switch (path.getLeaf()) {
      case LiteralTree _ -> true;
      case ParenthesizedTree parenthesized -> isConstant(path, parenthesized.getExpression());
      case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
          isConstant(path, sum.getLeftOperand()) && isConstant(path, sum.getRightOperand());
      case TypeCastTree cast -> isConstant(path, cast.getExpression());
      case ConditionalExpressionTree choice ->
          isConstant(path, choice.getTrueExpression())
              && isConstant(path, choice.getFalseExpression());
      case NewArrayTree array when array.getInitializers() != null ->
          array.getInitializers().stream().allMatch(each -> isConstant(path, each));
      case IdentifierTree _, MemberSelectTree _ -> isConstant(trees.getElement(path), path);
      default -> false;
    };
  }

  private boolean isConstant(TreePath parent, ExpressionTree part) {
    return isConstant(new TreePath(parent, part));
  }

  private boolean isConstant(@Nullable Element element, TreePath path) {
    return element instanceof VariableElement variable
        && (variable.getConstantValue() != null
            || (variable.getKind() == ElementKind.PARAMETER && isOwnSqlText(variable, path)));
  }

  /// Whether it is a parameter of a method around here that takes SQL text, and is never set. A
  /// parameter of a lambda is none, since nobody checks what the lambda is called with.
  private boolean isOwnSqlText(VariableElement parameter, TreePath path) {
    if (!SqlOverrides.takesSqlText(parameter)
        || !(parameter.getEnclosingElement() instanceof ExecutableElement method)
        || !method.getParameters().contains(parameter)) {
      return false;
    }
    var declaration = trees.getPath(method);
    var assignments = new Assignments(trees, parameter);
    assignments.scan(
        declaration == null ? new TreePath(path.getCompilationUnit()) : declaration, null);
    return !assignments.found;
  }

  /// Looks for what sets a variable.
  private static final class Assignments extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final VariableElement variable;
    private boolean found;

    Assignments(Trees trees, VariableElement variable) {
      this.trees = trees;
      this.variable = variable;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void unused) {
      check(assignment.getVariable());
      return super.visitAssignment(assignment, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
        CompoundAssignmentTree assignment, @Nullable Void unused) {
      check(assignment.getVariable());
      return super.visitCompoundAssignment(assignment, null);
    }

    private void check(ExpressionTree target) {
      var element = trees.getElement(new TreePath(getCurrentPath(), target));
      found |= variable.equals(element);
    }
  }
}

package dev.ambix.maven;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/// The class path of the tool: that of the project, then what the plugin brings and the project
/// does not.
///
/// The project's has the entities, the drivers and, in the scope of tests, a server for throw-away
/// databases. The classes of its tests are left out: their entities are in no database. Goals that
/// need neither entities nor a database have Maven resolve nothing, and run on what the plugin
/// brings.
final class ClassPath {
  private ClassPath() {}

  static List<String> of(MavenProject project, PluginDescriptor plugin)
      throws DependencyResolutionRequiredException {
    var path = new ArrayList<>(project.getTestClasspathElements());
    path.remove(project.getBuild().getTestOutputDirectory());
    var known = new HashSet<String>();
    known.add(project.getArtifact().getDependencyConflictId());
    project.getArtifacts().forEach(it -> known.add(it.getDependencyConflictId()));
    for (Artifact own : plugin.getArtifacts()) {
      if (known.add(own.getDependencyConflictId()) && !isPlugin(own, plugin)) {
        path.add(own.getFile().getPath());
      }
    }
    return path;
  }

  private static boolean isPlugin(Artifact artifact, PluginDescriptor plugin) {
    return artifact.getArtifactId().equals(plugin.getArtifactId());
  }
}

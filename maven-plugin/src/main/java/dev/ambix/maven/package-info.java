/// The Maven plugin: `mvn ambix:upgrade` runs `ambix upgrade` on the class path of a project.
///
/// Read [AmbixMojo] first: it is what happens in each goal. A goal itself only lists its parameters
/// and turns them into [Arguments]; the tool is a process of its own, a [Tool], because Maven may
/// run on an older JDK than Ambix needs. So nothing here may name a class of Ambix.
///
/// Parameters and goals have comments of the old form, `/**`: the plugin's own help is made of
/// them.
@NullMarked
package dev.ambix.maven;

import org.jspecify.annotations.NullMarked;

package org.tinyrecursive.workflows.doctor;

import java.util.List;

/** Looks at one part of the machine; never throws for what it finds. */
interface Check {
  List<Finding> findings();
}

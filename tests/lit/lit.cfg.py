# For LLVM's lit, which must find the tools as programs; `tools/pim-lit` runs the same tests inside one JVM.
# What both need to know about the tests stands in the lit.local.cfg files.
import os

import lit.formats

config.name = 'Pimlico'
config.test_format = lit.formats.ShTest(execute_external=False)
config.test_source_root = os.path.dirname(__file__)
project = os.path.dirname(os.path.dirname(config.test_source_root))
config.test_exec_root = os.path.join(project, 'target', 'llvm-lit')
config.environment['PATH'] = os.pathsep.join([os.path.join(project, 'tools'), os.environ['PATH']])
for name in ('JAVA_HOME', 'PIMLICO_JAVA', 'HOME'):
    if name in os.environ:
        config.environment[name] = os.environ[name]

// What technology.progress is where a scenario says nothing; 0 while the model has no such parameter.
#pragma once

namespace rongtong::cli {

double usual_progress();

} // namespace rongtong::cli

#pragma once
#include "tbb/threads.hpp"

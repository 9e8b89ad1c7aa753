-- The traces of refused input are found by their age: the newest are shown, the oldest go.

create index refused_input_at on refused_input (at);

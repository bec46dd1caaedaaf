// What is selected in a list.

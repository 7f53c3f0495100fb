package main

func setUmask(int) {}

@echo off
rem Puts rapikan into the Start menu and the menu of the right click of this user.
"%~dp0rapikan.exe" install
pause

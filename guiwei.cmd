@echo off
rem Finds a JDK 25 and hands over to .mvn\Launch.java, which builds what is out of date and runs Guiwei.
rem How the Java machine is started stands in workbench\jvm.options.
rem Not yet run on Windows: written and read against the rules of cmd.exe only.
rem No delayed expansion: it would eat every ! of a path or an argument.
setlocal EnableExtensions DisableDelayedExpansion
set "GUIWEI_HOME_DIR=%~dp0"
set "GUIWEI_JDK="
rem Quotes inside these variables would end the quotes around them.
if defined GUIWEI_JAVA_HOME set "GUIWEI_JAVA_HOME=%GUIWEI_JAVA_HOME:"=%"
if defined JAVA_HOME set "JAVA_HOME=%JAVA_HOME:"=%"
call :take "%GUIWEI_JAVA_HOME%" newer
call :take "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :take "%%~dpJ.."
for %%R in (
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\BellSoft"
  "%ProgramW6432%\Eclipse Adoptium"
  "%ProgramW6432%\Java"
  "%LocalAppData%\Programs\Eclipse Adoptium"
  "%UserProfile%\.jdks"
  "%UserProfile%\.gradle\jdks"
  "%UserProfile%\.sdkman\candidates\java"
  "%UserProfile%\scoop\apps"
) do if exist "%%~R\" for /d %%D in ("%%~R\*") do (
  call :take "%%~D"
  call :take "%%~D\current"
)
if not defined GUIWEI_JDK (
  echo Guiwei needs a JDK 25 and found none: install one ^(winget install EclipseAdoptium.Temurin.25.JDK, or from adoptium.net^) or set GUIWEI_JAVA_HOME to its folder. 1>&2
  exit /b 3
)
set "JAVA_HOME=%GUIWEI_JDK%"
"%JAVA_HOME%\bin\java.exe" -XX:TieredStopAtLevel=1 "%GUIWEI_HOME_DIR%.mvn\Launch.java" %*
exit /b %ERRORLEVEL%

:take
if defined GUIWEI_JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
rem A release may end its lines with LF alone, where $ never matches: the letter behind the number must be no digit.
set "GUIWEI_WANTED=^JAVA_VERSION=.25[^0-9]"
if "%~2"=="newer" set "GUIWEI_WANTED=^JAVA_VERSION=.2[5-9][^0-9] ^JAVA_VERSION=.[3-9][0-9][^0-9]"
findstr /r "%GUIWEI_WANTED%" "%~1\release" >nul 2>&1 || exit /b 0
for %%P in ("%~1") do set "GUIWEI_JDK=%%~fP"
exit /b 0

@echo off
rem Finds a JDK 25 and hands over to .mvn\Launch.java, which builds what is out of date and runs Guiwei.
rem How the Java machine is started stands in workbench\jvm.options.
setlocal EnableDelayedExpansion
set "GUIWEI_HOME_DIR=%~dp0"
set "GUIWEI_JDK="
call :take "%GUIWEI_JAVA_HOME%"
call :take "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :take "%%~dpJ.."
for %%R in (
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\BellSoft"
  "%LocalAppData%\Programs\Eclipse Adoptium"
  "%UserProfile%\.jdks"
  "%UserProfile%\.gradle\jdks"
  "%UserProfile%\.sdkman\candidates\java"
  "%UserProfile%\scoop\apps"
) do if exist "%%~R\" for /d %%D in ("%%~R\*") do call :take "%%~D"
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
findstr /r /c:"^JAVA_VERSION=.25[.+-]" /c:"^JAVA_VERSION=.25.$" "%~1\release" >nul 2>&1 || exit /b 0
for %%P in ("%~1") do set "GUIWEI_JDK=%%~fP"
exit /b 0
